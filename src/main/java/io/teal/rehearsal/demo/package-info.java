/** The service a rehearsal runs when it is given no command. Depends on the http package. */
package io.teal.rehearsal.demo;
