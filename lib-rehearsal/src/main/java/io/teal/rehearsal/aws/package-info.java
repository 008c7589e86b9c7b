/** The runtime's port to AWS, {@link io.teal.release.port.Aws}, on local emulations. */
package io.teal.rehearsal.aws;
