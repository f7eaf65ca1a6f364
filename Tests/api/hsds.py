"""The rules of HSDS 3.0, written from its published schemas: what must be there, in which form, and what it refers to."""

import re
import uuid

UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
PLACES = {"physical", "postal", "virtual"}
DAYS = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"}

REQUIRED = {
    "organization": "id name description", "service": "id name status", "location": "id location_type",
    "service_at_location": "id", "address": "id address_1 city state_province postal_code country address_type",
    "phone": "id number", "contact": "id", "schedule": "id", "service_area": "id", "language": "id",
    "organization_identifier": "id identifier_type identifier", "taxonomy": "id name description",
    "taxonomy_term": "id name description", "attribute": "id",
}
WORDS = {
    ("service", "status"): {"active", "inactive", "defunct", "temporarily closed"},
    ("location", "location_type"): PLACES, ("address", "address_type"): PLACES,
    ("schedule", "freq"): {"WEEKLY", "MONTHLY"}, ("schedule", "wkst"): DAYS,
}
NUMBERS = {("schedule", "timezone"), ("schedule", "interval"), ("schedule", "count"), ("phone", "extension"),
           ("location", "latitude"), ("location", "longitude"), ("service", "minimum_age"), ("service", "maximum_age")}
FORMS = {
    ("service", "assured_date"): r"\d{4}-\d\d-\d\d", ("service", "last_modified"): r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)",
    ("schedule", "opens_at"): r"([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)", ("schedule", "closes_at"): r"([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)",
    ("address", "country"): r"[A-Z]{2}",
}
CHILDREN = {
    "services": "service", "organization": "organization", "phones": "phone", "schedules": "schedule",
    "service_areas": "service_area", "service_at_locations": "service_at_location", "location": "location",
    "locations": "location", "addresses": "address", "attributes": "attribute", "taxonomy_term": "taxonomy_term",
    "organization_identifiers": "organization_identifier", "languages": "language", "service": "service",
}
KNOWN = {
    "organization": "alternate_name email website organization_identifiers attributes services",
    "service": "organization_id alternate_name description url email interpretation_services application_process wait_time"
               " assured_date assurer_email alert last_modified phones schedules service_areas service_at_locations languages"
               " organization attributes eligibility_description minimum_age maximum_age",
    "location": "url organization_id name description latitude longitude addresses phones schedules",
    "service_at_location": "service_id location_id description phones schedules location service",
    "address": "location_id address_2 region", "phone": "service_id type description languages extension",
    "schedule": "service_id dtstart timezone until count wkst freq interval byday description opens_at closes_at notes",
    "service_area": "service_id name description extent extent_type uri", "organization_identifier": "identifier_scheme",
    "taxonomy": "uri version", "taxonomy_term": "code parent_id taxonomy taxonomy_id language term_uri",
    "attribute": "link_id taxonomy_term_id link_entity link_type value taxonomy_term",
}


def faults(kind, thing, path=""):
    """Everything in which an object breaks the rules of its kind, and what belongs to it."""
    here = f"{path}/{kind}"
    if not isinstance(thing, dict):
        yield f"{here}: expected an object"
        return
    for name in REQUIRED[kind].split():
        if name not in thing:
            yield f"{here}: {name} is missing"
    for name, value in thing.items():
        if value is None:
            yield f"{here}: {name} is null; what is not known is left out"
        if name.startswith("x_"):
            continue
        if name not in REQUIRED[kind].split() + KNOWN.get(kind, "").split():
            yield f"{here}: {name} is no word of HSDS; an own one begins with x_"
        if (name == "id" or name.endswith("_id")) and not (isinstance(value, str) and UUID.fullmatch(value)):
            yield f"{here}: {name} is no UUID"
        if (kind, name) in WORDS and value not in WORDS[kind, name]:
            yield f"{here}: {name} has another word"
        if (kind, name) in NUMBERS and (isinstance(value, bool) or not isinstance(value, (int, float))):
            yield f"{here}: {name} is no number"
        if (kind, name) in FORMS and not re.fullmatch(FORMS[kind, name], str(value)):
            yield f"{here}: {name} has another form"
        if name in CHILDREN:
            for child in value if isinstance(value, list) else [value]:
                yield from faults(CHILDREN[name], child, here)


def walk(thing):
    """Every object within another, itself first."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from walk(value)
    elif isinstance(thing, list):
        for value in thing:
            yield from walk(value)


def publication_faults(lists):
    """What is wrong with whole lists of objects by the names of their files."""
    kinds = {"organizations": "organization", "services": "service", "service_at_locations": "service_at_location",
             "taxonomies": "taxonomy", "taxonomy_terms": "taxonomy_term"}
    ids = {}
    for name, things in lists.items():
        if not things:
            yield f"{name}: nothing is published"
        ids[name] = [thing.get("id") for thing in things if isinstance(thing, dict)]
        if len(set(ids[name])) != len(ids[name]):
            yield f"{name}: an id stands twice"
        for thing in things:
            yield from faults(kinds[name], thing)
    for service in lists["services"]:
        if service.get("organization_id") not in ids["organizations"]:
            yield "services: the organization is not published"
        for attribute in service.get("attributes", []):
            if attribute.get("taxonomy_term_id") not in ids["taxonomy_terms"]:
                yield "services: the term is not published"
        yield from shelter_faults(service)
    for found in lists["service_at_locations"]:
        if found.get("service_id") not in ids["services"]:
            yield "service_at_locations: the service is not published"


def shelter_faults(service):
    """A shelter is never located and never called: whatever stands in it."""
    kinds = {attribute["taxonomy_term"].get("code") for attribute in service.get("attributes", []) if "taxonomy_term" in attribute}
    if "shelter" not in kinds:
        return
    for thing in walk(service):
        for name in ("addresses", "phones", "latitude", "longitude", "url", "email", "contacts", "address_1", "number"):
            if name in thing:
                yield f"a shelter has {name}"
        if thing.get("location_type", "virtual") != "virtual":
            yield "a shelter has a place"


def name_id(kind, ident):
    """The UUID of one of our names (version 5), worked out apart from the program."""
    return str(uuid.uuid5(uuid.UUID("6b1f0c9e-52a7-4d83-b490-173ed5682af1"), f"{kind}/{ident}"))
