"""Words that may not stand in the project: Spanish in Swift, empty type names, bare TODOs, paths and hosts not ours."""

import re
import sys
from pathlib import Path

from swift_source import exceptions, finish, swift_files, tracked

SPANISH_LETTERS = re.compile(r"[áéíóúñÁÉÍÓÚÑ¿¡]")
SPANISH_WORDS = set("""
    el los las una del que para con por usted ustedes llame llamar llamada llamadas caso casos trata persona personas
    policía policia fiscal fiscalía comisaría comisaria serenazgo sereno distrito distritos fecha hora horas enviar
    enviado borrar volver siguiente anterior salir guardar buscar aviso avise ahora ayuda derechos deberes glosario
    directorio teléfono telefono menor edad mujer hombre está esta este esto ese esa fue son hay puede debe necesita
    desde hasta sobre entre cuando donde quien quién cómo como qué ruta paso pasos pregunta preguntas respuesta
    urgente peligro herido herida niña niño adolescente víctima victima denuncia reporte datos página pagina inicio
    verificado pendiente requerido uso opción opciones archivo carpeta
    """.split()) - {"ruta", "son", "este", "uso", "fiscal", "menor", "como"}
ADDRESS_OR_ID = re.compile(r"[a-z0-9\u2026./_:{}#?=&*%-]*")
EMPTY_NAME = re.compile(r"\b(?:struct|class|enum|actor|protocol|typealias)\s+(\w*(?:Manager|Helper|Util|Utils|Service"
                        r"|Handler|Info|Data))\b")
TODO = re.compile(r"\b(?:TODO|FIXME|XXX)\b(?!\s*\(?#\d+)")
OUTSIDE = re.compile(r"\.\./shar[e]d|/wor[k]/(?:shared|main)\b")
# In pieces, so that no file of the project names such a host, this one included.
REGISTRIES = re.compile("|".join([
    r"py" + r"pi\.org", r"pythonhos" + r"ted\.org", r"deb\.deb" + r"ian", r"(?:security|ftp|archive)\.deb" + r"ian",
    r"npm" + r"js\.(?:org|com)", r"cra" + r"tes\.io", r"repo1?\.mav" + r"en", r"ruby" + r"gems\.org",
    r"proxy\.go" + r"lang", r"swiftpackage" + r"registry", r"/opt/swift-" + r"packages"]), re.I)


def is_spanish(literal):
    """Whether a person could read Spanish in a literal; addresses, ids and markup are looked through."""
    if SPANISH_LETTERS.search(literal):
        return True
    if ADDRESS_OR_ID.fullmatch(literal):
        return False
    visible = re.sub(r"<[^>]*>", " ", literal)
    visible = re.sub(r"\S*[-/_.:#]\S+|\b[a-z-]+=\S*", " ", visible)
    return any(word.lower() in SPANISH_WORDS for word in re.findall(r"[^\W\d_]+", visible))


def in_swift(root):
    excused = exceptions(root, "word-exceptions")
    used = set()
    for source in swift_files(root, "Sources", "Tests", "Benchmarks"):
        if source.name.startswith("Sources/"):
            for offset, literal in source.strings:
                if not is_spanish(literal):
                    continue
                used.add((source.name, "spanish"))
                if (source.name, "spanish") not in excused:
                    shown = " ".join(literal.split())[:70]
                    yield f"{source.name}:{source.line(offset)}: Spanish in Swift: '{shown}': it belongs in Catalog/texts"
            for match in EMPTY_NAME.finditer(source.code):
                yield f"{source.name}:{source.line(match.start())}: the name {match[1]} says nothing of the field"
    for file, what in sorted(excused.keys() - used):
        yield f"bin/word-exceptions: '{file} | {what}' excuses nothing: take the line out"


def in_any_file(root):
    for name in tracked(root):
        try:
            text = (Path(root) / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for number, line in enumerate(text.splitlines(), 1):
            if OUTSIDE.search(line):
                yield f"{name}:{number}: a path outside the clone"
            if REGISTRIES.search(line):
                yield f"{name}:{number}: the host of a package registry"
            if name.endswith((".swift", ".sql", ".js", ".css", ".c", ".h")) and TODO.search(line):
                yield f"{name}:{number}: TODO without an issue number"


def main(root):
    return finish([*in_swift(root), *in_any_file(root)])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
