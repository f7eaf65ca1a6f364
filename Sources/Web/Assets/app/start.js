// Opens the app: at the first visit the service worker first, since it takes every module of a report in one answer.
// @ts-check
const container = navigator.serviceWorker, isFirst = !!container && !container.controller, patience = 30000;
// As bundle.js has it, which is not here yet.
const { lang } = document.documentElement, inLanguage = lang === 'es-PE' ? '' : `?idioma=${lang}`;

/** The catalogue, asked for while the worker is being installed; null where this phone was here before. */
export const firstBundle = isFirst ? fetch('/app/paquete' + inLanguage, { cache: 'no-cache', credentials: 'omit' }) : null;
if (firstBundle) firstBundle.catch(() => {});

/**
 * Until the worker serves this page, or it is known that none will.
 * @returns {Promise<void>}
 */
function served() {
  return new Promise((resolve) => {
    const done = () => resolve();
    container.addEventListener('controllerchange', done);
    setTimeout(done, patience);
    container.register('/sw.js', { scope: '/', updateViaCache: 'none' }).then((registration) => {
      const worker = registration.installing;
      if (!worker) { if (registration.active) done(); return; }
      worker.addEventListener('statechange', () => { if (/^(activated|redundant)$/.test(worker.state)) done(); });
    }).catch(done);
  });
}

(isFirst ? served() : Promise.resolve()).then(() => import('./app.js'));
