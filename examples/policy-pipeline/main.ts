import { App, Aspects } from 'cdktf';
import { policies } from './policies';
import { SandboxStack } from './sandboxes';

const app = new App();
Aspects.of(app).add(policies());
new SandboxStack(app, 'sandboxes');
app.synth();
