/** {@code teal status --checklist}: what both colours do, side by side, as CloudWatch and the load balancer see it. */
package io.teal.operate.checklist;
