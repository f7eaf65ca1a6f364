# A project with twelve fields, the facts of one case, and one account that is told of everything; prints the key of the
# administrator, who gets the passphrase of the command line.
passphrase = ARGV.fetch(0)
Setting.rest_api_enabled = '1'
Setting.default_projects_public = '0'

admin = User.find_by_login('admin')
admin.password = admin.password_confirmation = passphrase
admin.must_change_passwd = false
admin.save!

project = Project.create!(name: 'Referral', identifier: 'referral', is_public: false, enabled_module_names: %w[issue_tracking])
tracker = Tracker.first
project.trackers = [tracker]
project.save!

answers = %w[yes no unknown]
fields = {
  'Age band' => %w[under12 12-17 18-25 26-59 60plus unknown],
  'Nationality' => nil,
  'Sex' => %w[female male other unknown],
  'Exploitation' => %w[sexual labour domestic begging organ crime marriage unknown],
  'District' => (1..20).map { |number| "D#{number}" },
  'Danger now' => answers, 'In flagrante' => answers, 'Insured' => answers, 'Documented' => answers,
  'Police implicated' => answers, 'Missing report' => answers, 'Reported abroad' => answers
}
fields.each do |name, values|
  IssueCustomField.create!(name: name, field_format: values ? 'list' : 'string', possible_values: values, is_for_all: true,
                           is_filter: true, tracker_ids: [tracker.id])
end

desk = User.new(firstname: 'Desk', lastname: 'One', mail: 'desk1@bench.test')
desk.login = 'desk1'
desk.password = desk.password_confirmation = passphrase
desk.mail_notification = 'all'
desk.save!
Member.create!(project: project, principal: desk, roles: [Role.givable.first])
puts admin.api_key
