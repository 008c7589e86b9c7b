/**
 * A world for the real handler classes: AWS, CloudFormation, the state machine and production's traffic,
 * single-threaded on a virtual clock, from a seed. The same seed is the same world.
 */
package io.teal.runtime.sim;
