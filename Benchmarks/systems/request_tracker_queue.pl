# A queue and twelve fields: the facts of one case, as an intake asks them. Read by rt-setup-database-5.
use utf8;

sub field {
    my ($name, $type, @values) = @_;
    return { Name => $name, Type => $type, Queue => 'Referral', MaxValues => 1,
        @values ? (Values => [map { { Name => $values[$_], SortOrder => $_ + 1 } } 0 .. $#values]) : () };
}

our @Queues = ({ Name => 'Referral', Description => 'Referral of cases', Lifecycle => 'default' });
our @CustomFields = (
    field('Age band', 'SelectSingle', qw(under12 12-17 18-25 26-59 60plus unknown)),
    field('Nationality', 'FreeformSingle'),
    field('Sex', 'SelectSingle', qw(female male other unknown)),
    field('Exploitation', 'SelectSingle', qw(sexual labour domestic begging organ crime marriage unknown)),
    field('District', 'SelectSingle', map { "D$_" } 1 .. 20),
    map { field($_, 'SelectSingle', qw(yes no unknown)) }
        'Danger now', 'In flagrante', 'Insured', 'Documented', 'Police implicated', 'Missing report', 'Reported abroad',
);
1;
