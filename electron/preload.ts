import { ipcRenderer } from 'electron';

// One port to the engine, and nothing else: a function here would be a way out of the page.
ipcRenderer.on('engine', (event) => window.postMessage('engine', window.origin, event.ports));
