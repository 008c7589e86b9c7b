/** The runtime's port to AWS, {@link io.teal.release.port.Aws}, over the stand-ins of this machine. */
package io.teal.rehearsal.aws;
