/** The one fleet of a service without colours, and the ways to update it: rolling, in place. */
package io.teal.constructs.internal.update;
