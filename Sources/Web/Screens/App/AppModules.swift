/// The modules of the app and its service worker, as their authors wrote them.
enum AppModules {
    /// By the name under which the others import it.
    static let all: [String: [UInt8]] = [
        "app.js": PackageResources.app_js,
        "background.js": PackageResources.background_js,
        "bundle.js": PackageResources.bundle_js,
        "bytes.js": PackageResources.bytes_js,
        "canonical.js": PackageResources.canonical_js,
        "clock.js": PackageResources.clock_js,
        "device.js": PackageResources.device_js,
        "dom.js": PackageResources.dom_js,
        "engine.js": PackageResources.engine_js,
        "frames.js": PackageResources.frames_js,
        "handover.js": PackageResources.handover_js,
        "hpke.js": PackageResources.hpke_js,
        "journey.js": PackageResources.journey_js,
        "keys.js": PackageResources.keys_js,
        "lock.js": PackageResources.lock_js,
        "memory.js": PackageResources.memory_js,
        "outbox.js": PackageResources.outbox_js,
        "plan.js": PackageResources.plan_js,
        "qr.js": PackageResources.qr_js,
        "rescue.js": PackageResources.rescue_js,
        "seal.js": PackageResources.seal_js,
        "sender.js": PackageResources.sender_js,
        "sms.js": PackageResources.sms_js,
        "start.js": PackageResources.start_js,
        "store.js": PackageResources.store_js,
        "swap.js": PackageResources.swap_js,
        "tray.js": PackageResources.tray_js,
        "unseal.js": PackageResources.unseal_js,
        "views.js": PackageResources.views_js,
    ]

    /// Those that no report needs: they follow when the first page stands.
    static let later: Set<String> = [
        "device.js", "frames.js", "handover.js", "lock.js", "memory.js", "qr.js", "rescue.js", "sms.js",
        "swap.js", "tray.js", "unseal.js",
    ]

    static let worker: [UInt8] = PackageResources.sw_js
}
