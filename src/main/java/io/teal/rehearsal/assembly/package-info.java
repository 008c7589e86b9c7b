/** Runs CDK apps and finds the templates they write. Depends on the fleet package, for its leash, and on Jackson. */
package io.teal.rehearsal.assembly;
