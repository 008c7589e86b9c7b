/** Outputs of a service's stack, for operators. */
package io.teal.constructs.internal.outputs;
