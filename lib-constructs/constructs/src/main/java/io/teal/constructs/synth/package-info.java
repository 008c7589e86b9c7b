/** What a user sees of a synthesis that stops. May depend on {@code io.teal.release} only. */
package io.teal.constructs.synth;
