/**
 * Preflight, Install and Shift: one {@code cdk deploy} verifies, moves traffic step by step, or ends where it began.
 */
package io.teal.constructs.internal.cutover;
