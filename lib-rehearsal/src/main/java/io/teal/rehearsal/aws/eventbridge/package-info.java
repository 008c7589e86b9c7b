/** EventBridge and Step Functions, as far as rules on alarms end the instance refresh of a stack that is updated. */
package io.teal.rehearsal.aws.eventbridge;
