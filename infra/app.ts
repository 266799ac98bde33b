/** What the CDK command line runs: `npx cdk synth -c stage=dev|prod`. It needs neither network nor account. */
import { alignmentApp } from './alignment-app.ts';

alignmentApp({ bundling: true, validation: true }).app.synth();
