/**
 * A connection to AWS, and what is deployed there: stacks, their resolved templates, and the services of Teal in them.
 */
package io.teal.operate.account;
