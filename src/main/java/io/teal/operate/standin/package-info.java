/** A stand-in for AWS on this machine, which answers the calls of a rollback over HTTP: to measure, and to warm up. */
package io.teal.operate.standin;
