/** Release flags in the CDK's context: which are a service's, and which nobody's. */
package io.teal.constructs.internal.context;
