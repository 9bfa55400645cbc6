//! Tells the linker of macOS that the symbols of Node come later.

fn main() {
    napi_build::setup();
}
