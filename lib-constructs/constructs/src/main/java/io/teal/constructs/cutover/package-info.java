/**
 * Preflight and Shift: what makes one {@code cdk deploy} verify, move traffic step by step, and end where it began if
 * it cannot. Depends on the packages of fleets and traffic.
 */
package io.teal.constructs.cutover;
