// The limits of src/view/node.h, which scripts/lib.mjs puts into the scripts.
declare const KK_MOST_ID_BYTES: number;
declare const KK_MOST_TEXT_BYTES: number;
declare const KK_MOST_DEPTH: number;
declare const KK_MOST_LINE_LENGTH: number;
declare const KK_MOST_NODES: number;
declare const KK_MOST_LINK_BYTES: number;
declare const KK_MOST_RECORD_BYTES: number;
