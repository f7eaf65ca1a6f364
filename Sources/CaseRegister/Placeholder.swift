enum PlaceholderCaseRegister {}
