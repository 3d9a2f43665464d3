// The style of an audit page, after colours made from assets/design/tokens.json, light, dark and on paper.
#pragma once

#include <string_view>

#include "cli/audit_colours.h"

namespace kk {

inline constexpr std::string_view kAuditStyle = KK_AUDIT_COLOURS R"css(
*{box-sizing:border-box}
body{margin:0;background:var(--background);color:var(--text);font:16px/24px system-ui,"Liberation Sans",sans-serif;
overflow-wrap:break-word}
main{max-width:1040px;margin:0 auto;background:var(--surface)}
section{padding:24px 16px}
section+section{border-top:1px solid var(--border)}
h1{font-size:28px;line-height:36px;margin:0 0 8px}
h2{font-size:16px;margin:24px 0 8px}
p{margin:0 0 8px}
.muted,caption{color:var(--muted)}
.columns>div{min-width:0}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%}
caption{text-align:left;padding:4px 0}
th,td{text-align:left;font-weight:400;padding:6px 8px 6px 0;border-top:1px solid var(--border);vertical-align:top}
td.n,th.n{text-align:right}
td.n{white-space:nowrap}
td.w{white-space:normal}
thead td{border:0}
thead th{color:var(--muted);border:0;font-size:14px;line-height:20px;vertical-align:bottom}
tbody th b{display:block}
td.n{font-weight:600}
td.bar{width:45%;padding-right:0}
svg{display:block;width:100%;height:24px;overflow:visible}
rect.s1{fill:var(--s1)}rect.s2{fill:var(--s2)}rect.s3{fill:var(--s3)}rect.s4{fill:var(--s4)}rect.s5{fill:var(--s5)}
rect.plain{fill:var(--accent)}rect.mark{fill:var(--text)}
ul{margin:0;padding:0;list-style:none}
li{padding:4px 0 4px 28px;position:relative}
li::before{position:absolute;left:0;font-weight:600}
li.holds::before{content:"\2713";color:var(--positive)}
li.error::before{content:"\2715";color:var(--caution)}
li.warning::before{content:"!";color:var(--caution);padding-left:4px}
li b{display:block}
code{font:14px/20px ui-monospace,"Liberation Mono",monospace;color:var(--muted);overflow-wrap:anywhere}
@media screen and (max-width:479px){th,td{font-size:14px;padding-right:6px}td.bar{width:25%}}
@media print,(min-width:480px){tbody th{min-width:9em}}
@media (min-width:800px){section{padding:32px}.columns{display:grid;grid-template-columns:3fr 2fr;gap:0 48px}}
@page{margin:12mm 14mm}
@media print{body{background:none;font-size:10pt;line-height:14pt}main{max-width:none}
section{padding:0;border:0!important}section+section{break-before:page}
h1{font-size:18pt;line-height:22pt}h2{font-size:10pt;margin:9pt 0 3pt}th,td{padding:2pt 6pt 2pt 0}
svg{height:12pt}thead th,code{font-size:8pt;line-height:11pt}li{padding:1pt 0 1pt 16pt}tr,li{break-inside:avoid}
.columns{display:grid;grid-template-columns:3fr 2fr;gap:0 24pt}rect{print-color-adjust:exact}}
)css";

}  // namespace kk
