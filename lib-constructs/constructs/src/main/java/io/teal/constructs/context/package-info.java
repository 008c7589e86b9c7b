/**
 * Where a release comes from: flags in the CDK's context, or a file. May depend on {@code io.teal.release} and the CDK.
 */
package io.teal.constructs.context;
