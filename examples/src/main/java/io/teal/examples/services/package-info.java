/**
 * Small services that the examples release; plain Java, to be read and run in rehearsals. They need no other package.
 */
package io.teal.examples.services;
