/// Where units, accounts, invitations and sessions are kept. It never sees a secret that is not locked.
public protocol AccessStore: AccountStore, InvitationStore, SessionStore, UnitBook {}
