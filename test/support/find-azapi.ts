import { whyNotInstallable } from './providers';

const reason = whyNotInstallable('azapi');
console.error(reason === undefined ? 'azapi can be installed here' : `azapi cannot be installed here: ${reason}`);
process.exitCode = reason === undefined ? 0 : 1;
