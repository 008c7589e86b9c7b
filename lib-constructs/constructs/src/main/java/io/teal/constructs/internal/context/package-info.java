/** Release flags in the CDK's context: which service each belongs to. */
package io.teal.constructs.internal.context;
