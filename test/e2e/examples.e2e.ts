import { testExamples } from './support/example-tests';
import { describeDeployed } from './support/results';

describeDeployed('Examples', results => testExamples(false, results));
