/** What CodeDeploy installs on hosts that both colours share. */
package io.teal.constructs.samehost;
