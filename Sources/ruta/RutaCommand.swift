import ArgumentParser
@main struct Ruta: ParsableCommand { func run() { print(PackageResources.es_yaml.count) } }
