# Works on the database of the bench through Request Tracker's own classes:
#   request_tracker_seed.pl passphrase TEXT   gives root this passphrase
#   request_tracker_seed.pl tickets COUNT     makes so many tickets with twelve facts; nobody is told of them meanwhile
use strict;
use warnings;
use lib '/usr/share/request-tracker5/lib';
use RT;

RT->LoadConfig;
RT->Init;
my ($what, $value) = @ARGV;

if ($what eq 'passphrase') {
    my $root = RT::User->new(RT->SystemUser);
    $root->Load('root');
    $root->SetPassword($value);
    exit;
}

my %values = (
    'Age band' => [qw(under12 12-17 18-25 26-59 60plus unknown)],
    'Nationality' => [qw(PER VEN COL BOL ECU BRA ARG CHL HTI)],
    'Sex' => [qw(female male other unknown)],
    'Exploitation' => [qw(sexual labour domestic begging organ crime marriage unknown)],
    'District' => [map { "D$_" } 1 .. 20],
    map { $_ => [qw(yes no unknown)] }
        'Danger now', 'In flagrante', 'Insured', 'Documented', 'Police implicated', 'Missing report', 'Reported abroad',
);
# How often a field changes: never in step with the district.
my %pace = ('Sex' => 20, 'In flagrante' => 3, 'Insured' => 5, 'Documented' => 7, 'Police implicated' => 11, 'Missing report' => 13,
    'Reported abroad' => 17);

my $root = RT::CurrentUser->new;
$root->Load('root');
my $fields = RT::CustomFields->new(RT->SystemUser);
$fields->UnLimit;
my %id;
while (my $field = $fields->Next) { $id{ $field->Name } = $field->id }

no warnings qw(redefine once);
*RT::Scrips::Prepare = sub { return };
*RT::Scrips::Commit = sub { return };
for my $number (1 .. $value) {
    my $text = "Case $number. " . 'Narrative of the intake interview, recorded by the first responder. ' x 8;
    my %facts = map {
        my $known = $values{$_};
        ("CustomField-$id{$_}" => $known->[int($number / ($pace{$_} // 1)) % @$known])
    } keys %values;
    my ($ticket, undef, $said) = RT::Ticket->new($root)->Create(
        Queue => 'Referral', Subject => "Case $number", Requestor => 'desk' . ($number % 40) . '@bench.test',
        MIMEObj => MIME::Entity->build(Type => 'text/plain', Charset => 'UTF-8', Data => [$text]), %facts);
    die $said unless $ticket;
}
