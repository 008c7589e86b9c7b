/** AWS CDK constructs for paired fleets. May depend on {@code io.teal.release} and the CDK; never on the AWS SDK. */
package io.teal.constructs;
