/** What templates say that a run does not show: dangers, and what nothing on this machine can judge. */
package io.teal.rehearsal.judge;
