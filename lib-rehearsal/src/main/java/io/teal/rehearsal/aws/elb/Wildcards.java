package io.teal.rehearsal.aws.elb;

/** Patterns in which {@code *} stands for any characters, or none, and {@code ?} for exactly one. */
final class Wildcards {
    private Wildcards() {}

    /** Matches greedily, and backtracks to the last {@code *} on a mismatch. */
    static boolean fit(String pattern, String text) {
        int at = 0;
        int star = -1;
        int resume = 0;
        for (int i = 0; i < text.length(); ) {
            if (at < pattern.length() && pattern.charAt(at) == '*') {
                star = at++;
                resume = i;
            } else if (at < pattern.length() && (pattern.charAt(at) == '?' || pattern.charAt(at) == text.charAt(i))) {
                at++;
                i++;
            } else if (star >= 0) {
                at = star + 1;
                i = ++resume;
            } else {
                return false;
            }
        }
        return pattern.substring(at).chars().allMatch(rest -> rest == '*');
    }
}
