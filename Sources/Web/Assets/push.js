// Says that there is something, always in the same words: nothing comes with a push, and nothing would be read.
'use strict';
self.addEventListener('install', function () { self.skipWaiting(); });
self.addEventListener('push', function (event) {
  event.waitUntil(self.registration.showNotification(words, { tag: 'aviso', renotify: true }));
});
self.addEventListener('notificationclick', function (event) {
  event.notification.close();
  event.waitUntil(self.clients.openWindow('/entrar'));
});
