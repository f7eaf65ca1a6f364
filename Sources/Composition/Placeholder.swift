internal import Crypto
internal import Configuration
internal import ServiceLifecycle
enum PlaceholderCo {}
