import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter/wght.css';
import './styles/base.css';
import './styles/mantine.css';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { connectEngine } from './client.ts';
import { followEngine } from './query.ts';
import { paintScheme, styleNonce } from './ui/scheme.ts';
import { watchSettled } from './ui/settled.ts';

connectEngine(window);
followEngine();
paintScheme();
// Serves the scroll lock behind dialogs, which writes a style element of its own.
setNonce(styleNonce());

const root = document.querySelector('#root');
if (root === null) throw new Error('The page has no #root');
createRoot(root).render(<App />);
watchSettled();
