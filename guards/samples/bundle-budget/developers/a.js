console.error("Learn more: https://react.dev/warnings/react-dom");
