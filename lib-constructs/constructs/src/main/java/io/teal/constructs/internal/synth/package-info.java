/** What the CDK says when it refuses. */
package io.teal.constructs.internal.synth;
