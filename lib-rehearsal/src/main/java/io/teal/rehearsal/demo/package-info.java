/** The service that a host runs when a rehearsal is given no command, and the faults it can be given. */
package io.teal.rehearsal.demo;
