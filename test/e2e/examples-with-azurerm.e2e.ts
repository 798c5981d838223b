import { testExamples } from './support/example-tests';
import { describeDeployed } from './support/results';

describeDeployed('Examples with azurerm', results => testExamples(true, results));
