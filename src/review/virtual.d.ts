declare module 'virtual:review-page' {
  const page: { script: string; style: string }
  export default page
}
