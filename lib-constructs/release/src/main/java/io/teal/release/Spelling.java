package io.teal.release;

/** Whether two words differ by at most one typo. */
public final class Spelling {
    private Spelling() {}

    /** Same but for one letter added, lost or changed, or two neighbours swapped. Case matters. */
    public static boolean near(String left, String right) {
        int same = commonPrefix(left, right);
        String l = left.substring(same);
        String r = right.substring(same);
        return l.equals(r) || oneMore(l, r) || oneMore(r, l) || oneChanged(l, r) || swapped(l, r);
    }

    private static int commonPrefix(String left, String right) {
        int length = Math.min(left.length(), right.length());
        int same = 0;
        while (same < length && left.charAt(same) == right.charAt(same)) {
            same++;
        }
        return same;
    }

    private static boolean oneMore(String longer, String shorter) {
        return !longer.isEmpty() && longer.substring(1).equals(shorter);
    }

    private static boolean oneChanged(String left, String right) {
        return !left.isEmpty() && !right.isEmpty() && left.substring(1).equals(right.substring(1));
    }

    private static boolean swapped(String left, String right) {
        return left.length() >= 2
                && right.length() >= 2
                && left.charAt(0) == right.charAt(1)
                && left.charAt(1) == right.charAt(0)
                && left.substring(2).equals(right.substring(2));
    }
}
