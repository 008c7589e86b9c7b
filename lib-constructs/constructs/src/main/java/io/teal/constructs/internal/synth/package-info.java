/** Error messages of the CDK. */
package io.teal.constructs.internal.synth;
