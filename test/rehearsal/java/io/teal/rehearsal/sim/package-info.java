/**
 * A world for the real handler classes: the rehearsal's stand-ins on the virtual clock, what disturbs them, a flow of
 * requests that is reckoned, and who judges. All of it is from one seed. The same seed is the same world.
 */
package io.teal.rehearsal.sim;
