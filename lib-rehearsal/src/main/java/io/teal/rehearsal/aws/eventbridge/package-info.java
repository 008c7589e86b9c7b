/** EventBridge, as far as rules end the instance refresh of a stack that is updated, or wake the guard of a service. */
package io.teal.rehearsal.aws.eventbridge;
