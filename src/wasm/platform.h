// The line between the WASM and the page: how functions are exported and imported. Only src/web sees it.
#pragma once

#define KK_EXPORT(name) extern "C" __attribute__((export_name(#name), visibility("default")))
#define KK_IMPORT(name) extern "C" __attribute__((import_module("env"), import_name(#name)))
