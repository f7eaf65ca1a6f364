/// Where the compiled catalogue lies; defined in a C file that `bin/build-wasm` writes from the catalogue.
@_extern(c)
func ruta_catalog_start() -> UnsafePointer<UInt8>?

/// How many bytes the compiled catalogue has.
@_extern(c)
func ruta_catalog_length() -> Int32
