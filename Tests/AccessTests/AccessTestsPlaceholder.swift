enum AccessTestsPlaceholder {}
